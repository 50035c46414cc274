using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Lights;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan;

/// <summary>The words for what is kept of the plan, in the language of the page.</summary>
/// <param name="store">Gives the names of indicators and units.</param>
/// <param name="fields">What stands in the fields.</param>
/// <param name="text">The words.</param>
public sealed class PlanWords(SnapshotStore store, PlanFields fields, IStringLocalizer<PlanWords> text)
{
    /// <summary>That it was saved.</summary>
    public string Saved => text["Saved"];

    /// <summary>The label of a field.</summary>
    public string Field(PlanField field) => text[$"Field{field}"];

    /// <summary>新增, 改变, 不变.</summary>
    public string Kind(PlanChangeKind kind) => text[$"Kind{kind}"];

    /// <summary>Why a change was not made, and what can be done.</summary>
    public string Refusal(ChangeRefusal refusal) => text[$"Refusal{refusal}", ChangeReason.MaxLength];

    /// <summary>What is wrong, in one sentence.</summary>
    public string Fault(PlanCheckFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return text[$"Fault{fault.Reason}", fault.Found, PlanCheck.MaxLength];
    }

    /// <summary>What is wrong with a decision on a light, in one sentence.</summary>
    public string Fault(LightFault fault) => text[$"Light{fault}"];

    /// <summary>What a statement speaks of: 第3项任务, 第3项任务的工作2, ….</summary>
    public string Subject(PlanStatement said) => said switch
    {
        TaskStatement s => text["Task", s.Number],
        WorkItemStatement s => text["Item", s.Task, s.Number],
        ProgressStatement s => text["Progress", s.Task, s.Item, s.Quarter.Name(Languages.IsEnglish)],
        CommitmentStatement s => text["Commitment", s.Target.Period, Unit(s.Target.Unit), Indicator(s.Target.Indicator)],
        OutcomeStatement s => text["Outcome", s.Year, s.Text],
        _ => "",
    };

    /// <summary>What a statement says beside what is held of its subject: the fields that differ.</summary>
    /// <param name="said">The statement.</param>
    /// <param name="held">The plan that it is held against.</param>
    public IReadOnlyList<FieldDifference> Differences(PlanStatement said, CityPlan held) => Differences(fields.Held(said, held), fields.Said(said, held));

    /// <summary>Everything that was said of a subject, the latest known first, with what each changed.</summary>
    /// <param name="book">Everything that was said of the plan.</param>
    /// <param name="subject"><see cref="PlanStatement.Subject"/>.</param>
    public IReadOnlyList<HistoryEntry> History(PlanBook book, string subject)
    {
        ArgumentNullException.ThrowIfNull(book);
        Dictionary<PlanField, string>? held = null;
        var entries = new List<HistoryEntry>();
        foreach (var said in book.Versions(subject).OrderBy(v => v.Origin.KnownFrom).ThenBy(v => v.Origin.Id))
        {
            held ??= new(fields.Held(said, book.Article));
            var stated = fields.Said(said, book.Article);
            entries.Add(new(said.Origin.RecordedAt, By(said.Origin.Actor), said.Origin.Source, KnownFrom(said.Origin), Differences(held, stated)));
            foreach (var (field, value) in stated) held[field] = value;
        }

        entries.Reverse();
        return entries;
    }

    private List<FieldDifference> Differences(IReadOnlyDictionary<PlanField, string> held, IReadOnlyDictionary<PlanField, string> said) =>
    [
        .. said.Where(f => held.GetValueOrDefault(f.Key, "") != f.Value).OrderBy(f => f.Key)
            .Select(f => new FieldDifference(Field(f.Key), held.GetValueOrDefault(f.Key, ""), f.Value)),
    ];

    // What came by a command has no person; a person is told by the name he signs in with, as in the audit log.
    private string By(string actor) => actor switch
    {
        "command" => text["ByCommand"],
        "setup" => text["BySetup"],
        _ => actor,
    };

    private string? KnownFrom(PlanOrigin origin) => origin.KnownFromBasis == KnownFromBasis.Recorded ? null : text["KnownFrom", FigureWords.Day(origin.KnownFrom)].Value;

    private string Indicator(string code) => store.Current.Catalogue.Indicator(code) is { } found ? Names.Of(found) : code;

    private string Unit(string code) => store.Current.Catalogue.Unit(code) is { } found ? Names.Of(found) : code;
}
