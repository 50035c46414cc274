using Xinzhou.Dashboard.Domain.CheckIns;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>The words for what units say of work items, in the language of the page.</summary>
/// <param name="text">The words.</param>
public sealed class CheckInWords(IStringLocalizer<CheckInWords> text)
{
    /// <summary>待报, 待确认, 已退回, 已确认.</summary>
    public string State(CheckInState state) => text[$"State{state}"];

    /// <summary>第3项任务的工作2.</summary>
    public string Item(int task, int item) => text["Item", task, item];

    /// <summary>Who sent it, and when.</summary>
    public string SentBy(CheckIn sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return text["SentBy", sent.SentBy.Name, FigureWords.Moment(sent.SentAt)];
    }

    /// <summary>Who decided what, and when; null while nothing is decided.</summary>
    public string? Decided(CheckIn sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return sent.Decision is { } decision ? text[$"Decided{decision.Outcome}", decision.By.Name, FigureWords.Moment(decision.At)].Value : null;
    }

    /// <summary>40%.</summary>
    public static string Percent(decimal percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>320 KB; 1.4 MB.</summary>
    public static string Size(long bytes) => bytes < 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes >> 10)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (decimal)(1 << 20):0.#} MB");
}
