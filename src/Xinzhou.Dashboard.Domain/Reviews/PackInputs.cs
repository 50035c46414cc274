using Xinzhou.Dashboard.Domain.Changes;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Judgements;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>What a pack is made of: everything as it was known at one moment.</summary>
public sealed record PackInputs
{
    /// <summary>The review; the packs and signatures of it do not matter.</summary>
    public required PlanReview Review { get; init; }

    /// <summary>Who freezes it, by the name shown.</summary>
    public required string By { get; init; }

    /// <summary>The moment.</summary>
    public required AsOf AsOf { get; init; }

    /// <summary>True where the installation holds the demonstration.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>The code of the city.</summary>
    public required string City { get; init; }

    /// <summary>The plan.</summary>
    public required CityPlan Plan { get; init; }

    /// <summary>The figures.</summary>
    public required BookView Figures { get; init; }

    /// <summary>The lights.</summary>
    public required LightBoard Lights { get; init; }

    /// <summary>The thresholds that they were judged by.</summary>
    public required LightSettings Settings { get; init; }

    /// <summary>Signatures under commitments.</summary>
    public required PledgeBook Pledges { get; init; }

    /// <summary>What units sent, and what was decided on it.</summary>
    public required CheckInBook CheckIns { get; init; }

    /// <summary>Notices that were issued by then.</summary>
    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>What the inspection office judges of tasks.</summary>
    public required IReadOnlyList<Judgement> Judgements { get; init; }

    /// <summary>Risks and dependencies of tasks.</summary>
    public required IReadOnlyList<TaskRisk> Risks { get; init; }

    /// <summary>What is otherwise than when the pack of the last review was frozen; null where none was.</summary>
    public required ChangeList? Changes { get; init; }

    /// <summary>议定事项 that the review opens with.</summary>
    public required IReadOnlyList<ReviewMatter> Matters { get; init; }
}
