namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>What a note on the plan is.</summary>
internal enum PlanNoteKind
{
    /// <summary>The article does not say it.</summary>
    NotStated,

    /// <summary>The article can be read in two ways.</summary>
    Ambiguity,
}
