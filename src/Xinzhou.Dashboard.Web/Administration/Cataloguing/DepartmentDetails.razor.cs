using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>One department beside the list.</summary>
public sealed partial class DepartmentDetails(DepartmentCatalogue catalogue, IStringLocalizer<DepartmentsPage> text)
{
    protected override string DraftName => $"department/{Entry.Department.Code}";

    private IStringLocalizer<DepartmentsPage> Text => text;

    protected override DepartmentEdit Begin() => DepartmentEdit.Of(Entry);

    /// <summary>True for one that a table of tasks named and nobody has given a code: its name stands in place of one.</summary>
    private bool HasNoCode => Entry.Department.GivenCode is null && !CatalogueCheck.IsDepartmentCode(Entry.Department.Code);

    protected override bool IsOfField(CatalogueFault fault) => DepartmentFields.Says(fault) || (HasNoCode && fault.Reason == CatalogueFaultReason.BadCode);

    protected override bool IsOfField(ChangeRefusal refusal) => refusal == ChangeRefusal.NameTaken || (HasNoCode && refusal == ChangeRefusal.Taken);

    protected override async Task<StoredDepartment?> FindAsync() =>
        (await catalogue.AllAsync(Leaving)).FirstOrDefault(d => d.Department.Code == Entry.Department.Code);

    protected override async Task<IReadOnlyList<HistoryEntry>> ReadHistoryAsync() => Words.History(await Changes.OfDepartmentAsync(Entry.Department.Code, Leaving));

    private Task<bool> SaveAsync() => SaveAsync(
        (edit, actor) => catalogue.SaveAsync(edit.Department(), edit.Seen, edit.Reason, actor, CancellationToken.None),
        ReloadAsync,
        edit => edit with { Seen = Entry.Version });
}
