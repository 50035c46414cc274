namespace Xinzhou.Dashboard.Domain.Indicators;

public static class StageRank
{
    /// <summary>The stage number by which figures are ranked: 1 (flash) to 4 (final, revised, census).</summary>
    public static int Number(this Stage stage) => stage switch
    {
        Stage.Flash => 1,
        Stage.Preliminary or Stage.Unstated => 2,
        Stage.Retrieved => 3,
        _ => 4,
    };

    /// <summary>The stage by name for comparing sources: unstated counts as preliminary.</summary>
    public static Stage ForComparison(this Stage stage) => stage == Stage.Unstated ? Stage.Preliminary : stage;
}
