
namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>A unit that reports or is responsible. No source names any; they are entered by the installation.</summary>
public sealed record Department(string Code, string Name, int Order)
{
    /// <summary>
    /// The code that was given later to a department that was entered by its name alone, and whose <see cref="Code"/> is that name: what
    /// names it stays as it is. Null where there is none.
    /// </summary>
    public string? GivenCode { get; init; }

    /// <summary>The day from which there is no such unit any more; null while there is. What it owed stays readable.</summary>
    public DateOnly? DissolvedOn { get; init; }

    /// <summary>The code that is shown and exported.</summary>
    public string ShownCode() => GivenCode ?? Code;

    /// <summary>True where it is meant by a code or a name.</summary>
    public bool IsCalled(string codeOrName) => Code == codeOrName || Name == codeOrName || GivenCode == codeOrName;

    /// <summary>True on a day on which there is no such unit any more.</summary>
    public bool IsDissolvedOn(DateOnly day) => DissolvedOn <= day;
}
