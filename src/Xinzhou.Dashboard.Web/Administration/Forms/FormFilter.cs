using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Forms;

/// <summary>Which forms are listed; stands in the address.</summary>
/// <param name="Text">Words of name, code or department; null for any.</param>
/// <param name="Active">In use or not; null for any.</param>
public sealed record FormFilter(string? Text, bool? Active)
{
    private const string TextName = "q";
    private const string StateName = "state";
    private const string InUse = "active";
    private const string OutOfUse = "inactive";

    /// <summary>The filter of an address; what it does not know counts for nothing.</summary>
    public static FormFilter Read(Address address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new(
            address.Get(TextName) is { Length: > 0 } text ? text : null,
            address.Get(StateName) switch { InUse => true, OutOfUse => false, _ => null });
    }

    /// <summary>The address of the list with this filter.</summary>
    public string Write(Address address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.To("/admin/forms", (TextName, Text), (StateName, Active switch { true => InUse, false => OutOfUse, null => null }));
    }

    /// <summary>Whether a form is listed.</summary>
    /// <param name="form">The form.</param>
    /// <param name="departments">The names of its departments.</param>
    public bool Holds(ReturnForm form, string departments)
    {
        ArgumentNullException.ThrowIfNull(form);
        return (Active is null || form.Active == Active) && SearchWords.Occur(Text, form.Name, form.NameEn, form.Code, departments);
    }
}
