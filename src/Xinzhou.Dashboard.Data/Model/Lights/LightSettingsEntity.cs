using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Data.Model.Lights;

/// <summary>The thresholds of lights since a moment. Only ever inserted.</summary>
internal sealed class LightSettingsEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    /// <summary>In 百分点: a deviation above it is green.</summary>
    public required decimal Amber { get; init; }

    /// <summary>In 百分点: a deviation below it is red.</summary>
    public required decimal Red { get; init; }

    /// <summary>In 百分点: growth that deviates by as much or more is green.</summary>
    public required decimal GrowthGreen { get; init; }

    /// <summary>In 百分点: growth that deviates by less is red.</summary>
    public required decimal GrowthRed { get; init; }

    /// <summary>From how many days before it is due something is due soon.</summary>
    public required int DueSoonDays { get; init; }

    /// <summary>How many days after the end of a quarter its report may take.</summary>
    public required int ReportDays { get; init; }

    /// <summary>Who.</summary>
    public required Guid SetBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset SetAt { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who.</summary>
    public User Author { get; init; } = null!;

    /// <summary>The thresholds alone.</summary>
    public LightSettings Settings() => new()
    {
        Amber = Amber,
        Red = Red,
        GrowthGreen = GrowthGreen,
        GrowthRed = GrowthRed,
        DueSoonDays = DueSoonDays,
        ReportDays = ReportDays,
    };
}
