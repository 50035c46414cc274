using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>What somebody wants to do about a notice.</summary>
/// <param name="Act">What.</param>
public sealed record NoticeEntry(NoticeAct Act)
{
    /// <summary>The greatest length of a text.</summary>
    public const int MaxLength = 1000;

    /// <summary>More digits after the point are not kept.</summary>
    public const int MaxDecimals = 2;

    /// <summary>The most files that go along with an act, and that wait to.</summary>
    public const int MaxFiles = 20;

    /// <summary>What is said, or why.</summary>
    public string? Text { get; init; }

    /// <summary>佐证: what shows it, of a claim: a document's number, a link. A claim without it carries a file.</summary>
    public string? Evidence { get; init; }

    /// <summary>佐证材料: the numbers of the files that go along, each once; of acts that <see cref="NoticeRules.CarriesFiles"/>.</summary>
    public IReadOnlyList<long> Files { get; init; } = [];

    /// <summary>形象进度, 0–100, of a feedback.</summary>
    public decimal? Percent { get; init; }

    /// <summary>The first day of a pause.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of a pause; the date that is asked for or is to hold.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The rung of an escalation.</summary>
    public EscalationLevel? Level { get; init; }

    /// <summary>The same with its texts as they are kept (<see cref="PlainText.Entered"/>); an empty one is none.</summary>
    public NoticeEntry Trimmed() => this with { Text = PlainText.Entered(Text), Evidence = PlainText.Entered(Evidence) };
}
