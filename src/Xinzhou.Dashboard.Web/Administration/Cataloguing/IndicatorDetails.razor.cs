using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>One indicator beside the list.</summary>
public sealed partial class IndicatorDetails(IndicatorCatalogue catalogue, Address address, IStringLocalizer<IndicatorFields> text)
{
    /// <summary>How many series there are of it.</summary>
    [Parameter]
    public int Series { get; set; }

    private Address Address => address;

    protected override string DraftName => $"indicator/{Entry.Indicator.Code}";

    private IStringLocalizer<IndicatorFields> Text => text;

    protected override IndicatorEdit Begin() => IndicatorEdit.Of(Entry);

    protected override bool IsOfField(CatalogueFault fault) => IndicatorFields.Says(fault);

    protected override Task<StoredIndicator?> FindAsync() => catalogue.FindAsync(Entry.Indicator.Code, Leaving);

    protected override async Task<IReadOnlyList<HistoryEntry>> ReadHistoryAsync() => Words.History(await Changes.OfIndicatorAsync(Entry.Indicator.Code, Leaving));

    private Task<bool> SaveAsync() => SaveAsync(
        (edit, actor) => catalogue.SaveAsync(edit.Indicator(), edit.Seen, edit.Reason, actor, CancellationToken.None),
        ReloadAsync,
        edit => edit with { Seen = Entry.Version });
}
