using System.Reflection;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>The version of the program that runs.</summary>
internal static class ProductVersion
{
    public static string Current { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
