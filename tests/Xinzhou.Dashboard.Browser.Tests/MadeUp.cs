namespace Xinzhou.Dashboard.Browser.Tests;

/// <summary>Figures that exist in tests only.</summary>
public static class MadeUp
{
    /// <summary>The city's GDP of 2014, of which there is none.</summary>
    public const string OfTheCity = "7654.321";

    /// <summary>A later stage of the GDP of 忻府区 in 2025.</summary>
    public const string OfACounty = "271.8281";

    /// <summary>The same as English pages tell it, in billion yuan.</summary>
    public const string OfACountyInEnglish = "27.18281";

    /// <summary>Both, in the import format.</summary>
    public const string Figures = $"""
        indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published
        地区生产总值,忻州市,2014-FY,{OfTheCity},亿元,,https://tjj.example.gov.cn/1,annual,最终核实,,,2015-12-01
        地区生产总值,忻府区,2025-FY,{OfACounty},亿元,,https://tjj.example.gov.cn/2,annual,最终核实,,,2026-02-28
        """;
}
