namespace Xinzhou.Dashboard.Data.Rules;

/// <summary>Why a change of a rule was not made. Nothing is changed then.</summary>
public enum RuleRefusal
{
    /// <summary>The person does not keep the catalogue.</summary>
    WrongRole,

    /// <summary>There is no such rule in force.</summary>
    NotFound,

    /// <summary>A rule of the code is in force already.</summary>
    CodeTaken,

    /// <summary>Somebody has changed the rule meanwhile.</summary>
    Stale,

    /// <summary>A reason has to be given.</summary>
    ReasonMissing,

    /// <summary>The reason is longer than <see cref="ValidationRules.MaxLength"/>.</summary>
    TooLong,

    /// <summary>The definition makes no sense.</summary>
    Faulty,

    /// <summary>It says what the rule in force says.</summary>
    Unchanged,
}
