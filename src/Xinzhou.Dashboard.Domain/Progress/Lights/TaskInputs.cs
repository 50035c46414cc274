namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>What the light of a task was judged by: its work items, then its targets.</summary>
/// <param name="Parts">Without withdrawn work items.</param>
public sealed record TaskInputs(IReadOnlyList<LightPart> Parts) : LightInputs
{
    /// <summary>The parts that the task has its colour from; empty without parts.</summary>
    public IEnumerable<LightPart> Worst
    {
        get
        {
            var worst = LightColours.Worst(Parts.Select(p => p.Colour));
            return Parts.Where(p => p.Colour == worst);
        }
    }

    public LightCounts Counts => LightCounts.Of(Parts.Select(p => p.Colour));
}
