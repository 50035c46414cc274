using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>Which indicators are listed; stands in the address.</summary>
/// <param name="Text">Part of a name, the code or a unit of measurement; null for any.</param>
/// <param name="Dimension">The code of the dimension, <see cref="NoDimension"/> for those without; null for any.</param>
/// <param name="Type">The type; null for any.</param>
public sealed record IndicatorFilter(string? Text, string? Dimension, IndicatorType? Type)
{
    /// <summary>Asks for the indicators that belong to no dimension.</summary>
    public const string NoDimension = "none";

    private const string DimensionName = "dimension";
    private const string TypeName = "type";

    /// <summary>The filter of an address; what it does not know counts for nothing.</summary>
    public static IndicatorFilter Read(Address address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new(
            CatalogueAddress.TextOf(address),
            address.Get(DimensionName) is { Length: > 0 } dimension ? dimension : null,
            Code.TryParse<IndicatorType>(address.Get(TypeName), out var type) ? type : null);
    }

    /// <summary>The address of the list with this filter, and of an indicator beside it.</summary>
    public string Write(Address address, string? code) => CatalogueAddress.Write(
        address, CatalogueTabs.Indicators, Text, code, (DimensionName, Dimension), (TypeName, Type is { } type ? Code.Of(type) : null));

    /// <summary>Whether an indicator is listed.</summary>
    public bool Holds(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return (Dimension is null || (indicator.Dimension ?? NoDimension) == Dimension)
            && (Type is null || indicator.Type == Type)
            && CatalogueAddress.Holds(Text, [indicator.Code, indicator.Name, indicator.NameEn, indicator.Uom, .. indicator.Aliases]);
    }
}
