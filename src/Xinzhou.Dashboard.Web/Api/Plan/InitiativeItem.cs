namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>举措: what the article names under a dimension.</summary>
/// <param name="Code">The code.</param>
/// <param name="Order">The place under the dimension, from 1.</param>
/// <param name="Name">The name.</param>
/// <param name="NameEn">An English gloss; null where there is none.</param>
/// <param name="Quote">The article's clause.</param>
/// <param name="MembersStated">False when the article counts members but does not name them.</param>
/// <param name="Note">What is not stated.</param>
public sealed record InitiativeItem(string Code, int Order, string Name, string? NameEn, string Quote, bool MembersStated, string? Note);
