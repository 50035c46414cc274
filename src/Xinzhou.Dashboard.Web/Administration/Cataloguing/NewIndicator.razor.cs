using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Data.Changes;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>The dialog that enters an indicator.</summary>
public sealed partial class NewIndicator(IndicatorCatalogue catalogue, IStringLocalizer<IndicatorsPage> text, IStringLocalizer<CatalogueTabs> tabs)
{
    protected override string DraftName => "indicator-new";

    private IStringLocalizer<IndicatorsPage> Text => text;

    private IStringLocalizer<CatalogueTabs> Tabs => tabs;

    protected override IndicatorEdit Begin() => new();

    protected override bool IsOfField(CatalogueFault fault) => IndicatorFields.Says(fault) || fault.Reason == CatalogueFaultReason.BadCode;

    protected override bool IsOfField(ChangeRefusal refusal) => refusal == ChangeRefusal.Taken;

    private async Task CreateAsync()
    {
        var code = Edit.Code?.Trim() ?? "";
        if (await SaveAsync((edit, actor) => catalogue.SaveAsync(edit.Indicator(), null, edit.Reason, actor, CancellationToken.None), () => Task.CompletedTask))
        {
            await DoneAsync(code);
        }
    }
}
