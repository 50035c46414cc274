namespace Xinzhou.Dashboard.Web.Administration.Lights;

/// <summary>The fields of <see cref="Domain.Progress.Lights.LightSettings"/>, in the order of the page.</summary>
public enum Threshold
{
    Amber,
    Red,
    GrowthGreen,
    GrowthRed,
    DueSoonDays,
    ReportDays,
}
