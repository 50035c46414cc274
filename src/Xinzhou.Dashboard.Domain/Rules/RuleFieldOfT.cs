namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>A field whose values are of one type.</summary>
/// <typeparam name="T">The type of its values.</typeparam>
/// <param name="Code">Its code, in snake_case.</param>
public abstract record RuleField<T>(string Code) : RuleField(Code)
    where T : notnull;
