namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>
/// What part of a year's sum is to be reached by a month: that of an earlier year, where its figures are of one stage and one
/// publisher, else months ÷ 12.
/// </summary>
/// <param name="Months">1–11.</param>
/// <param name="Percent">In %, unrounded.</param>
/// <param name="YearToDate">The sum to the same month of the earlier year; null where months are counted.</param>
/// <param name="FullYear">The sum of the earlier year; null where months are counted.</param>
public sealed record YearShare(int Months, decimal Percent, YearValue? YearToDate = null, YearValue? FullYear = null)
{
    /// <summary>The earlier year that it is the share of; null where months are counted.</summary>
    public int? Year => FullYear?.Year;
}
