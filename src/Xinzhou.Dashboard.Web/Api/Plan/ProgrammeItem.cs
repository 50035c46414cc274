using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>专项: a programme that the article names.</summary>
/// <param name="Code">The code.</param>
/// <param name="Order">The place, from 1.</param>
/// <param name="Name">The name.</param>
/// <param name="NameEn">An English gloss; null where there is none.</param>
/// <param name="Quote">The article's clause.</param>
/// <param name="Members">The members, where the article names them.</param>
/// <param name="Counts">How many members of each kind the article counts (谷 1, 区 7).</param>
/// <param name="MembersStated">False when members are counted or implied but not named (未公布).</param>
/// <param name="Note">What is not stated.</param>
public sealed record ProgrammeItem(
    string Code,
    int Order,
    string Name,
    string? NameEn,
    string Quote,
    IReadOnlyList<string> Members,
    IReadOnlyDictionary<string, int> Counts,
    bool MembersStated,
    string? Note)
{
    internal static readonly IReadOnlyList<CsvColumn<ProgrammeItem>> Columns =
    [
        new("code", p => p.Code),
        new("order", p => p.Order.Cell()),
        new("name", p => p.Name),
        new("nameEn", p => p.NameEn),
        new("quote", p => p.Quote),
        new("members", p => p.Members.Cell()),
        new("counts", p => p.Counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}={c.Value}")).Cell()),
        new("membersStated", p => p.MembersStated.Cell()),
        new("note", p => p.Note),
    ];

    internal static ProgrammeItem Of(Programme programme) => new(
        programme.Code,
        programme.Order,
        programme.Name,
        programme.NameEn,
        programme.Quote,
        programme.Members,
        programme.Counts,
        programme.MembersStated,
        programme.Note);
}
