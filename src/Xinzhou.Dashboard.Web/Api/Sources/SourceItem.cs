using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Sources;

/// <summary>A document that figures are taken from.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Title">The title as cited; null when none is.</param>
/// <param name="Address">The address as cited; null when none is.</param>
/// <param name="Link">The address if a browser can open it; else null.</param>
/// <param name="Reliability">official, return, official_copy, repost or self_media.</param>
/// <param name="Figures">The number of known figures that cite it.</param>
public sealed record SourceItem(string Id, string? Title, string? Address, string? Link, [property: Codes<Reliability>] string Reliability, int Figures)
{
    internal static readonly IReadOnlyList<CsvColumn<SourceItem>> Columns =
    [
        new("id", s => s.Id),
        new("title", s => s.Title),
        new("address", s => s.Address),
        new("link", s => s.Link),
        new("reliability", s => s.Reliability),
        new("figures", s => s.Figures.Cell()),
    ];

    internal static SourceItem Of(SourceDocument source, int figures) =>
        new(source.Key, source.Title, source.Address, source.Link?.AbsoluteUri, Code.Of(source.Reliability), figures);
}
