using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Data.Changes;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>The dialog that enters a department.</summary>
public sealed partial class NewDepartment(DepartmentCatalogue catalogue, IStringLocalizer<DepartmentsPage> text, IStringLocalizer<CatalogueTabs> tabs)
{
    /// <summary>The place that is proposed: behind all others.</summary>
    [Parameter]
    public int Order { get; set; }

    protected override string DraftName => "department-new";

    private IStringLocalizer<DepartmentsPage> Text => text;

    private IStringLocalizer<CatalogueTabs> Tabs => tabs;

    protected override DepartmentEdit Begin() => new() { Order = Order.ToString(CultureInfo.InvariantCulture) };

    protected override bool IsOfField(CatalogueFault fault) => DepartmentFields.Says(fault) || fault.Reason == CatalogueFaultReason.BadCode;

    protected override bool IsOfField(ChangeRefusal refusal) => refusal is ChangeRefusal.Taken or ChangeRefusal.NameTaken;

    private async Task CreateAsync()
    {
        var code = Edit.Code?.Trim() ?? "";
        if (await SaveAsync((edit, actor) => catalogue.SaveAsync(edit.Department(), null, edit.Reason, actor, CancellationToken.None), () => Task.CompletedTask))
        {
            await DoneAsync(code);
        }
    }
}
