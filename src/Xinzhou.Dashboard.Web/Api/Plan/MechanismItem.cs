using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>责任机制: a mechanism of accountability, or a requirement, that the article names.</summary>
/// <param name="Code">The code.</param>
/// <param name="Order">The place, from 1.</param>
/// <param name="Name">The name.</param>
/// <param name="NameEn">An English gloss; null where there is none.</param>
/// <param name="Quote">The article's clause.</param>
/// <param name="Group">The article's heading that it stands under.</param>
public sealed record MechanismItem(string Code, int Order, string Name, string? NameEn, string Quote, string Group)
{
    internal static readonly IReadOnlyList<CsvColumn<MechanismItem>> Columns =
    [
        new("code", m => m.Code),
        new("order", m => m.Order.Cell()),
        new("name", m => m.Name),
        new("nameEn", m => m.NameEn),
        new("quote", m => m.Quote),
        new("group", m => m.Group),
    ];

    internal static MechanismItem Of(AccountabilityMechanism mechanism) =>
        new(mechanism.Code, mechanism.Order, mechanism.Name, mechanism.NameEn, mechanism.Quote, mechanism.Group);
}
