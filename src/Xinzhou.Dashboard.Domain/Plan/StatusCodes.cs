namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>The written codes of <see cref="Status"/>: as in the plan file, words joined by a hyphen.</summary>
public static class StatusCodes
{
    public static string Written(this Status status) => Code.Of(status).Replace('_', '-');

    /// <exception cref="FormatException">The code is none.</exception>
    public static Status Parse(string code) => Code.Parse<Status>(code.Replace('-', '_'));
}
