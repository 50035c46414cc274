using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>One statistical unit beside the list.</summary>
public sealed partial class UnitDetails(UnitCatalogue catalogue, IStringLocalizer<UnitsPage> text)
{
    protected override string DraftName => $"unit/{Entry.Unit.Code}";

    private IStringLocalizer<UnitsPage> Text => text;

    protected override UnitEdit Begin() => UnitEdit.Of(Entry);

    protected override bool IsOfField(CatalogueFault fault) => fault.Reason is CatalogueFaultReason.BadAlias or CatalogueFaultReason.NameInUse;

    protected override Task<StoredUnit?> FindAsync() => catalogue.FindAsync(Entry.Unit.Code, Leaving);

    protected override async Task<IReadOnlyList<HistoryEntry>> ReadHistoryAsync() => Words.History(await Changes.OfUnitAsync(Entry.Unit.Code, Leaving));

    private Task<bool> SaveAsync() => SaveAsync(
        (edit, actor) => catalogue.SetAliasesAsync(Entry.Unit.Code, edit.Names(), edit.Seen, edit.Reason, actor, CancellationToken.None),
        ReloadAsync,
        edit => edit with { Seen = Entry.Version });
}
