namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>Asks <see cref="FaultWorker"/> to import a part of the plan.</summary>
/// <param name="Csv">The file.</param>
/// <param name="Actor">Who imports it, by the name he signs in with.</param>
internal sealed record PlanOrder(string Csv, string Actor)
{
    public const string Path = "/faults/plan";
}
