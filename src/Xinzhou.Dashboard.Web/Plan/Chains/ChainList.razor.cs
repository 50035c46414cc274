using Xinzhou.Dashboard.Data.Chains;
using Xinzhou.Dashboard.Domain.Chains;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.Chains;

/// <summary>The industry chains, kept by versions.</summary>
public sealed partial class ChainList(IndustryChains store, ChainWords chainWords, Toasts toasts, IStringLocalizer<ChainList> text)
{
    private IReadOnlyList<IndustryChain> chains = [];
    private IReadOnlyList<HistoryEntry> history = [];
    private IReadOnlyList<Choice<int?>> tasks = [];
    private IReadOnlyList<Choice<string>> indicators = [];
    private IReadOnlyList<ChainFault> faults = [];
    private IndustryChain? asked;
    private bool isOpen;
    private object opening = new();
    private string? name;
    private string? head;
    private DateOnly? since;
    private int? task;
    private string? indicator;
    private bool isClosed;
    private string? reason;

    /// <summary>The plan that they stand in.</summary>
    [Parameter, EditorRequired]
    public required PlanNow Now { get; set; }

    private IStringLocalizer<ChainList> Text => text;

    protected override void OnParametersSet()
    {
        var all = Now.Snapshot.Chains;
        chains = IndustryChain.Standing(all, Now.Moment);
        history = [.. all.Select((c, i) => Entry(c, all.Take(i).LastOrDefault(b => b.Chain == c.Chain))).Reverse()];
        tasks = [new(null, text["Nothing"]), .. Now.Plan.Tasks.OrderBy(t => t.Number).Select(t => new Choice<int?>(t.Number, $"{t.Number} {t.Title}"))];
        indicators = [new(null!, text["Nothing"]), .. Now.Snapshot.Catalogue.Indicators.Select(i => new Choice<string>(i.Code, Names.Of(i)))];
    }

    private string TaskName(int number) => $"{number} {Now.Plan.Task(number)?.Title}";

    private string IndicatorName(string code) => Now.Snapshot.Catalogue.Indicator(code) is { } of ? Names.Of(of) : code;

    private HistoryEntry Entry(IndustryChain said, IndustryChain? before)
    {
        var (then, now) = (Fields(before?.Entry), Fields(said.Entry));
        return new(
            said.At,
            said.By.Name,
            said.Reason,
            said.Entry.Name,
            [.. now.Where(f => then[f.Key] != f.Value).Select(f => new FieldDifference(text[f.Key], then[f.Key], f.Value))]);
    }

    /// <summary>What is said of a chain, by the label of the field; nothing of one that there was not.</summary>
    private Dictionary<string, string> Fields(ChainEntry? entry) => new()
    {
        ["Name"] = entry?.Name ?? "",
        ["Head"] = entry is null ? "" : chainWords.Head(entry) ?? text["HeadUnknown"],
        ["Task"] = entry?.Task is { } number ? TaskName(number) : "",
        ["Indicator"] = entry?.Indicator is { } code ? IndicatorName(code) : "",
        ["IsClosed"] = entry is { IsClosed: true } ? text["Yes"] : "",
    };

    private void Ask(IndustryChain? chain)
    {
        BeginAnew();
        opening = new();
        (asked, isOpen, faults, reason) = (chain, true, [], null);
        var entry = chain?.Entry;
        (name, head, since, task, indicator, isClosed) = (entry?.Name, entry?.Head, entry?.HeadSince, entry?.Task, entry?.Indicator, entry?.IsClosed ?? false);
    }

    private void Close() => (isOpen, asked) = (false, null);

    private async Task SaveChainAsync()
    {
        BeginAnew();
        faults = [];
        if (await ActorAsync(Right.KeepChains) is not { } user) return;
        var (mine, which, seen) = (opening, asked?.Chain, asked?.Id);
        var last = Now.Snapshot.Chains is [.., var newest] ? newest.Id : 0;
        var outcome = await store.SaveAsync(
            which,
            new() { Name = name ?? "", Head = head, HeadSince = since, Task = task, Indicator = indicator, IsClosed = isClosed },
            seen,
            reason,
            user.ToActor(),
            CancellationToken.None);
        (Refusal, faults) = (outcome.Refusal, outcome.Faults);
        if (Refusal is null || IsOutdated) await UntilAsync(now => now.Snapshot.Chains is [.., var held] && held.Id > last);
        if (Refusal is not null) return;
        // Who has opened another meanwhile keeps that.
        if (ReferenceEquals(opening, mine)) Close();
        toasts.Say(Words.Saved);
    }
}
