namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>Something the address asks for that there is not; the page says so and shows the default.</summary>
public enum CountiesFault
{
    Indicator,
    Period,
    Measure,
    Unit,
}
