using System.Reflection;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Whether the .NET runtime that runs the program is as new as the one that it was built with. A patch of the runtime is where
/// its vulnerabilities are mended; an installation that is deployed without one should know.
/// </summary>
public static class RuntimePatch
{
    /// <summary>The version of the runtime that came with the SDK of the build; null if the build did not note it.</summary>
    public static string? BuiltWith => typeof(RuntimePatch).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(a => a.Key == "RuntimeBuiltWith")?.Value;

    /// <summary>Whether a runtime is older than the one that was built with.</summary>
    /// <param name="running">The version that runs.</param>
    /// <param name="builtWith">The version of the build, as it was noted; what is no version is not older.</param>
    public static bool IsBehind(Version running, string? builtWith)
    {
        ArgumentNullException.ThrowIfNull(running);
        return Version.TryParse(builtWith?.Split('-')[0], out var built) && running < built;
    }
}
