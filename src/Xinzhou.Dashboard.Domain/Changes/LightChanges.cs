using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>Which lights turned between two moments, and how.</summary>
internal static class LightChanges
{
    public static IReadOnlyList<TurnedLight> Between(Knowledge known, LightBoard before, LightBoard after, AsOf from, AsOf until)
    {
        var turned = new List<TurnedLight>();
        foreach (var light in after.Tasks.Concat(after.Items))
        {
            if (before.Find(light.Subject) is { } was) Add(was, light);
        }

        // Another figure may state the same target.
        var targets = before.Targets.ToDictionary(t => known.Figures.GroupOf(t.Figure.Id)!, t => t.Light);
        foreach (var target in after.Targets)
        {
            if (targets.TryGetValue(known.Figures.GroupOf(target.Figure.Id)!, out var was)) Add(was, target.Light);
        }

        return turned;

        void Add(Light was, Light now)
        {
            if (was.Colour == now.Colour) return;
            turned.Add(new(was, now, LightReplay.Steps(known, now.Subject, from.Moment, until)));
        }
    }
}
