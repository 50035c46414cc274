using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Forms;

/// <summary>All forms, and the way to a new one.</summary>
public sealed partial class FormsPage(
    FormCatalogue catalogue, WorkScript script, Address address, FormWords words, FigureWords figures, IStringLocalizer<FormsPage> text)
{
    private IReadOnlyList<ReturnForm> forms = [];
    private IReadOnlyList<ReturnForm> listed = [];
    private IReadOnlyList<Choice<bool?>> states = [];
    private FormFilter filter = new(null, null);

    private Address Address => address;

    private FigureWords Figures => figures;

    private IStringLocalizer<FormsPage> Text => text;

    protected override async Task OnInitializedAsync()
    {
        states = [new(null, text["Any"]), new(true, text["Active"]), new(false, text["Inactive"])];
        filter = FormFilter.Read(address);
        await GuardAsync(async () => forms = await catalogue.AllAsync(Leaving));
        List();
    }

    private static int CellsOf(ReturnForm form) => form.Rows.Sum(r => r.Fields.Count());

    private string DepartmentsOf(ReturnForm form) => string.Join(Languages.IsEnglish ? ", " : "、", form.Departments.Select(words.Department));

    private Task FilterAsync(FormFilter asked)
    {
        filter = asked;
        List();
        return script.ShowAddressAsync(filter.Write(address));
    }

    private void List() => listed = [.. forms.Where(f => filter.Holds(f, DepartmentsOf(f)))];
}
