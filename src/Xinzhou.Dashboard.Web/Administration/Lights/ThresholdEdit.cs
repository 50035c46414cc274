using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Web.Administration.Lights;

/// <summary>The thresholds as they are typed, beside those that held when it was begun.</summary>
public sealed record ThresholdEdit
{
    /// <summary>What stands in the fields.</summary>
    public IReadOnlyDictionary<Threshold, string> Typed { get; init; } = new Dictionary<Threshold, string>();

    /// <summary>Why they are changed.</summary>
    public string? Reason { get; init; }

    /// <summary>The number of the settings that were seen; null while those hold that come with the product.</summary>
    public long? Seen { get; init; }

    /// <summary>What stands in a field.</summary>
    public string this[Threshold field] => Typed.GetValueOrDefault(field, "");

    /// <summary>Begins with what holds.</summary>
    public static ThresholdEdit Of(LightSettings held, long? seen) =>
        new() { Typed = Enum.GetValues<Threshold>().ToDictionary(f => f, f => Shown(held, f)), Seen = seen };

    /// <summary>What a setting says, in 百分点 or days.</summary>
    public static decimal ValueOf(LightSettings settings, Threshold field)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return field switch
        {
            Threshold.Amber => settings.Amber,
            Threshold.Red => settings.Red,
            Threshold.GrowthGreen => settings.GrowthGreen,
            Threshold.GrowthRed => settings.GrowthRed,
            Threshold.DueSoonDays => settings.DueSoonDays,
            _ => settings.ReportDays,
        };
    }

    /// <summary>True for a field that counts days; the others are bounds in 百分点.</summary>
    public static bool IsDays(Threshold field) => field is Threshold.DueSoonDays or Threshold.ReportDays;

    /// <summary>The same with something else typed in a field.</summary>
    public ThresholdEdit With(Threshold field, string? typed) =>
        this with { Typed = new Dictionary<Threshold, string>(Typed) { [field] = typed ?? "" } };

    /// <summary>What is typed, upon what holds now: a field that was not touched follows.</summary>
    /// <param name="begun">What held when it was begun.</param>
    /// <param name="held">What holds now.</param>
    /// <param name="seen">Its number.</param>
    public ThresholdEdit Over(LightSettings begun, LightSettings held, long? seen) =>
        this with { Typed = Typed.ToDictionary(t => t.Key, t => t.Value == Shown(begun, t.Key) ? Shown(held, t.Key) : t.Value), Seen = seen };

    /// <summary>The fields in which no number stands that is allowed there: up to ±1000 百分点, 0–366 whole days.</summary>
    public IReadOnlySet<Threshold> Wrong() => Enum.GetValues<Threshold>().Where(f => Read(f) is null).ToHashSet();

    /// <summary>The settings that are typed; null while a field is wrong. Whether they are sound is the domain's to say.</summary>
    public LightSettings? Settings() =>
        Wrong().Count > 0 ? null : new()
        {
            Amber = Read(Threshold.Amber)!.Value,
            Red = Read(Threshold.Red)!.Value,
            GrowthGreen = Read(Threshold.GrowthGreen)!.Value,
            GrowthRed = Read(Threshold.GrowthRed)!.Value,
            DueSoonDays = (int)Read(Threshold.DueSoonDays)!.Value,
            ReportDays = (int)Read(Threshold.ReportDays)!.Value,
        };

    private static string Shown(LightSettings settings, Threshold field) => ValueText.Number(ValueOf(settings, field));

    private decimal? Read(Threshold field)
    {
        var plain = PlainText.Compatible(PlainText.Visible(this[field])).Trim().Replace('−', '-').Replace('–', '-').Replace('—', '-');
        return NumberNotation.Read(plain, out _) is { } number && (IsDays(field) ? number is >= 0 and <= 366 && number == decimal.Truncate(number) : Math.Abs(number) <= 1000)
            ? number
            : null;
    }
}
