using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Supervision;

/// <summary>督办单: a notice as it stood at the moment of the answer.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Subject">事项.</param>
/// <param name="Grade">ordinary is settled in 7 days, major in a month.</param>
/// <param name="Department">牵头单位: the name of the one unit that owes it.</param>
/// <param name="Person">责任人; null where nobody is named.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Steps">Its steps, in their order.</param>
/// <param name="Pauses">Days that do not count.</param>
/// <param name="Extensions">Dates that were granted, the last of which holds.</param>
/// <param name="Escalation">The highest rung that it climbed since it was issued or reopened; null if none.</param>
/// <param name="Late">Whether something that is owed is overdue, or it was settled after its day.</param>
/// <param name="Closed">Whether it is closed (销号).</param>
/// <param name="Dispatch">The first number of those that were issued together and are closed together.</param>
/// <param name="Assisting">配合单位: names.</param>
/// <param name="Requirement">What is asked; null where the subject says it all.</param>
/// <param name="Origin">What it comes from.</param>
/// <param name="Reference">The subject of the light, the review or the instruction; null of a free one.</param>
/// <param name="Mode">Which days its clock counts.</param>
/// <param name="Percent">What the unit said last of how far it is; null if it said nothing.</param>
/// <param name="Evidence">佐证材料: the files that went along with what was done, the earliest act first.</param>
public sealed record NoticeItem(
    string Number,
    string Subject,
    [property: Codes<MatterGrade>] string Grade,
    string Department,
    string? Person,
    [property: Codes<NoticeStage>] string Stage,
    IReadOnlyList<NoticeStepItem> Steps,
    IReadOnlyList<NoticePauseItem> Pauses,
    IReadOnlyList<NoticeExtensionItem> Extensions,
    [property: Codes<EscalationLevel>] string? Escalation,
    bool Late,
    bool Closed,
    string Dispatch,
    IReadOnlyList<string> Assisting,
    string? Requirement,
    [property: Codes<NoticeOrigin>] string Origin,
    string? Reference,
    [property: Codes<CountingMode>] string Mode,
    decimal? Percent,
    IReadOnlyList<NoticeEvidenceItem> Evidence)
{
    internal static readonly IReadOnlyList<CsvColumn<NoticeItem>> Columns =
    [
        new("number", n => n.Number),
        new("subject", n => n.Subject),
        new("grade", n => n.Grade),
        new("department", n => n.Department),
        new("person", n => n.Person),
        new("stage", n => n.Stage),
        .. Code.All<NoticeStep>().SelectMany(step => new CsvColumn<NoticeItem>[]
        {
            new($"steps.{step}.due", n => n.Steps.First(s => s.Step == step).Due.Cell()),
            new($"steps.{step}.at", n => n.Steps.First(s => s.Step == step).At.Cell()),
            new($"steps.{step}.by", n => n.Steps.First(s => s.Step == step).By),
        }),
        new("pauses", n => n.Pauses.Select(p => $"{Instants.Written(p.From)}/{Instants.Written(p.To)}").Cell()),
        new("extensions", n => n.Extensions.Select(e => Instants.Written(e.To)).Cell()),
        new("escalation", n => n.Escalation),
        new("late", n => n.Late.Cell()),
        new("closed", n => n.Closed.Cell()),
        new("dispatch", n => n.Dispatch),
        new("assisting", n => n.Assisting.Cell()),
        new("requirement", n => n.Requirement),
        new("origin", n => n.Origin),
        new("reference", n => n.Reference),
        new("mode", n => n.Mode),
        new("percent", n => n.Percent.Cell()),
        new("evidence", n => n.Evidence.Select(e => e.Name).Cell()),
    ];

    /// <param name="notice">The notice.</param>
    /// <param name="nameOf">The name of a unit.</param>
    internal static NoticeItem Of(Notice notice, Func<string, string> nameOf)
    {
        var issued = notice.Assignment;
        return new(
            issued.Number.Code,
            issued.Subject,
            Code.Of(issued.Grade),
            nameOf(issued.Lead),
            issued.Person,
            Code.Of(notice.Stage),
            [.. notice.Steps.Select(NoticeStepItem.Of)],
            NoticePauseItem.Of(notice),
            NoticeExtensionItem.Of(notice),
            notice.Escalation is { } level ? Code.Of(level) : null,
            notice.IsLate,
            notice.IsClosed,
            issued.Dispatch.Code,
            [.. issued.Assisting.Select(nameOf)],
            issued.Requirement,
            Code.Of(issued.Origin),
            issued.Reference,
            Code.Of(issued.Mode),
            notice.Percent,
            NoticeEvidenceItem.Of(notice));
    }
}
