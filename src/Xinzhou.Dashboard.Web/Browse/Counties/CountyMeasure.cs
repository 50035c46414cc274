namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>By what the counties are compared; the codes stand in the address.</summary>
public enum CountyMeasure
{
    /// <summary>绝对额; for a ratio the ratio itself.</summary>
    Level,

    /// <summary>同比.</summary>
    Yoy,

    /// <summary>占全市: computed here from the unit's and the city's published levels.</summary>
    Share,
}
