using Xinzhou.Dashboard.Data.Cataloguing;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>What is typed of a department.</summary>
public sealed record DepartmentEdit : CatalogueEdit
{
    public string? Code { get; init; }
    public string? Name { get; init; }

    /// <summary>Its place among the others, a whole number.</summary>
    public string? Order { get; init; }

    /// <summary>From when there is no such department any more; null while there is.</summary>
    public DateOnly? DissolvedOn { get; init; }

    /// <summary>The code that is given later to a department that was entered by its name; null for none.</summary>
    public string? GivenCode { get; init; }

    /// <summary>The version that was seen; null for a new one.</summary>
    public int? Seen { get; init; }

    /// <summary>What is meant; what is no number is −1, which is refused.</summary>
    public Department Department()
    {
        var order = int.TryParse(Order?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return new(Code?.Trim() ?? "", Name?.Trim() ?? "", order) { DissolvedOn = DissolvedOn, GivenCode = string.IsNullOrWhiteSpace(GivenCode) ? null : GivenCode.Trim() };
    }

    /// <summary>Begins with what holds.</summary>
    public static DepartmentEdit Of(StoredDepartment stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return new()
        {
            Code = stored.Department.Code,
            Name = stored.Department.Name,
            Order = stored.Department.Order.ToString(CultureInfo.InvariantCulture),
            GivenCode = stored.Department.GivenCode,
            DissolvedOn = stored.Department.DissolvedOn,
            Seen = stored.Version,
        };
    }
}
