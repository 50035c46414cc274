using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Judgements;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Judgements;

/// <summary>判断: how sure the inspection office is that a key task will be done in time. It stands beside the light and changes nothing of it.</summary>
/// <param name="Task">1–39.</param>
/// <param name="Confidence">How sure.</param>
/// <param name="Word">The same in a word.</param>
/// <param name="Anchor">The anchor text: when it is judged so.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who judged it.</param>
/// <param name="At">When; it is known from then on.</param>
/// <param name="Light">The colour of the task that is shown.</param>
/// <param name="Differs">By how many steps the judgement lies outside what the light agrees with: above 0 it is the worse, below 0 the better, 0 where they agree.</param>
public sealed record JudgementItem(
    int Task,
    [property: Codes<Confidence>] string Confidence,
    string Word,
    string Anchor,
    string Reason,
    string By,
    DateTimeOffset At,
    [property: Codes<LightColour>] string Light,
    int Differs)
{
    internal static readonly IReadOnlyList<CsvColumn<JudgementItem>> Columns =
    [
        new("task", j => j.Task.Cell()),
        new("confidence", j => j.Confidence),
        new("word", j => j.Word),
        new("anchor", j => j.Anchor),
        new("reason", j => j.Reason),
        new("by", j => j.By),
        new("at", j => j.At.Cell()),
        new("light", j => j.Light),
        new("differs", j => j.Differs.Cell()),
    ];

    /// <param name="judged">The judgement.</param>
    /// <param name="light">The colour of its task.</param>
    /// <param name="words">The words.</param>
    internal static JudgementItem Of(Judgement judged, LightColour light, JudgementWords words) => new(
        judged.Task,
        Code.Of(judged.Confidence),
        words.Confidence(judged.Confidence),
        words.Anchor(judged.Confidence),
        judged.Reason,
        judged.By.Name,
        Instants.InShanghai(judged.At),
        Code.Of(light),
        judged.DiffersFrom(light));
}
