using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Lights;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Lights;

/// <summary>The words for the thresholds of lights and what is done to them.</summary>
/// <param name="text">The words.</param>
public sealed class ThresholdWords(IStringLocalizer<ThresholdsPage> text)
{
    /// <summary>That they were saved.</summary>
    public string Saved => text["Saved"];

    /// <summary>Why a change was not made, and what can be done.</summary>
    public string Refusal(ChangeRefusal refusal) => text[$"Refusal{refusal}", ChangeReason.MaxLength];

    /// <summary>What is wrong with them, in one sentence.</summary>
    public string Fault(LightFault fault) => text[$"Fault{fault}"];

    /// <summary>All changes, the newest first, each with what held before it.</summary>
    /// <param name="all">The newest first, as they are read.</param>
    public IReadOnlyList<HistoryEntry> History(IReadOnlyList<StoredLightSettings> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return [.. all.Select((s, i) => Entry(s.Version, i + 1 < all.Count ? all[i + 1].Version.Settings : LightSettings.Default))];
    }

    private HistoryEntry Entry(LightSettingsVersion version, LightSettings before) => new(
        version.At,
        version.By,
        version.Reason ?? "",
        null,
        [
            .. Enum.GetValues<Threshold>().Where(f => ThresholdEdit.ValueOf(before, f) != ThresholdEdit.ValueOf(version.Settings, f))
                .Select(f => new FieldDifference(text[$"Field{f}"], Said(before, f), Said(version.Settings, f))),
        ]);

    private string Said(LightSettings settings, Threshold field) =>
        text[ThresholdEdit.IsDays(field) ? "InDays" : "InPoints", ValueText.Number(ThresholdEdit.ValueOf(settings, field))];
}
