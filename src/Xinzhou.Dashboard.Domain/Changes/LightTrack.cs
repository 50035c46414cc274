using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>One light through time.</summary>
internal abstract class LightTrack
{
    /// <summary>How it stood at a moment; null where there was no such light.</summary>
    public abstract Light? At(AsOf asOf);

    /// <summary>The moments up to one at which it may have turned, in any order: all at which it did, and others.</summary>
    public abstract IEnumerable<DateTimeOffset> Moments(AsOf until);

    /// <summary>Why it has another colour, or came or went, between a moment and the next.</summary>
    public abstract IReadOnlyList<TurnCause> Causes(AsOf before, AsOf after);

    /// <summary>Its turns after a moment, up to another, the earliest first.</summary>
    public IReadOnlyList<LightStep> Steps(DateTimeOffset since, AsOf until)
    {
        var steps = new List<LightStep>();
        var colour = At(until with { Moment = since })?.Colour;
        foreach (var moment in Moments(until).Where(m => m > since && m <= until.Moment).Distinct().Order())
        {
            var after = until with { Moment = moment };
            var light = At(after);
            if (light?.Colour == colour) continue;
            // A microsecond is the least that two moments are apart.
            var before = until with { Moment = moment.AddTicks(-1) };
            steps.Add(new(moment, At(before), light, Causes(before, after)));
            colour = light?.Colour;
        }

        return steps;
    }

    /// <summary>The turn that gave it the colour that it has at a moment; null where it had it from the beginning, or there is none.</summary>
    public LightStep? LastTurn(AsOf until)
    {
        if (At(until)?.Colour is not { } colour) return null;
        foreach (var moment in Moments(until).Where(m => m <= until.Moment).Distinct().OrderDescending())
        {
            var before = until with { Moment = moment.AddTicks(-1) };
            var light = At(before);
            if (light?.Colour == colour) continue;
            var after = until with { Moment = moment };
            return new(moment, light, At(after), Causes(before, after));
        }

        return null;
    }
}
