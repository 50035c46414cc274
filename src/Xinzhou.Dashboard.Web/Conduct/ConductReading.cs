using Xinzhou.Dashboard.Data.Conduct;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Conduct;

/// <summary>Puts together what conduct is counted from: plan, check-ins, notices and lights of the snapshot; returns are asked for.</summary>
/// <param name="returns">Gives when returns were due, submitted and sent back.</param>
/// <param name="days">Which days are worked.</param>
public sealed class ConductReading(ReturnRecords returns, WorkingDays days)
{
    /// <summary>The conduct of all units in a quarter.</summary>
    /// <param name="snapshot">What is held.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="asOf">As it was known at a moment.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ConductSheet> ReadAsync(Snapshot snapshot, Quarter quarter, AsOf asOf, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var stood = asOf with { Moment = ConductFacts.UntilOf(quarter, asOf.Moment) };
        return ConductSheet.Of(new()
        {
            Quarter = quarter,
            AsOf = asOf,
            PlanBook = snapshot.PlanBook,
            Plan = snapshot.PlanAt(stood),
            Lights = snapshot.LightsAt(stood),
            Settings = snapshot.LightSettings.At(asOf),
            CheckIns = snapshot.CheckIns,
            Notices = snapshot.Notices.At(asOf, days),
            Returns = await returns.ReadAsync(quarter, asOf.Moment, Languages.IsEnglish, cancellation),
            Days = days,
        });
    }
}
