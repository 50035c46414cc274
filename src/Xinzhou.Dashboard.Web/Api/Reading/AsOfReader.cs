using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Api.Problems;

namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>Reads the parameters <c>asOf</c> and <c>clock</c>, as the pages read them.</summary>
public static class AsOfReader
{
    /// <summary>The moment asked for (null when it is now), and the clock.</summary>
    public static (DateTimeOffset? Moment, Clock Clock) Read(QueryReader query, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (moment, clock) = (query.One(Parameters.AsOf), query.One(Parameters.Clock));
        var reading = AsOfReading.Read(moment, clock, now);
        // A page takes an empty value for none, as its form sends it.
        switch (clock is "" ? AsOfFault.UnknownClock : moment is "" ? AsOfFault.Unreadable : reading.Fault)
        {
            case AsOfFault.UnknownClock:
                query.Fault(Parameters.Clock.Name, ProblemCode.InvalidValue, clock!, QueryReader.Choices(Parameters.Clock.Allowed!));
                break;
            case AsOfFault.Unreadable:
                query.Fault(Parameters.AsOf.Name, ProblemCode.InvalidAsOf, moment!, "YYYY-MM-DD | YYYY-MM-DDThh:mm:ss+08:00");
                break;
            case AsOfFault.Future:
                query.Fault(Parameters.AsOf.Name, ProblemCode.FutureAsOf, moment!, $"≤ {Instants.Written(now)}");
                break;
            default:
                break;
        }

        // Without a past moment the reading keeps no clock.
        return (reading.Past?.Moment, Code.TryParse<Clock>(clock, out var chosen) ? chosen : Clock.Known);
    }
}
