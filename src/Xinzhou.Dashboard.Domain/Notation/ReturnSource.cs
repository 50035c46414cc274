using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>What the source of the figures of a return is called, which is its identity as a source.</summary>
public static class ReturnSource
{
    /// <summary>The source of a return's figures.</summary>
    /// <param name="form">The name of the form.</param>
    /// <param name="department">Who fills it.</param>
    /// <param name="quarter">For which quarter.</param>
    public static string TextOf(string form, Department department, Quarter quarter) => $"填报 {form} {department?.Name} {quarter.Name(english: false)}";

    /// <summary>
    /// What the sources of all returns of one form and department have in common, from that of one: all but the quarter. Null for the source
    /// of what no return gave.
    /// </summary>
    public static string? ReportingOf(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Reliability == Reliability.Return && figure.SourceText.LastIndexOf(' ') is > 0 and var end ? figure.SourceText[..end] : null;
    }
}
