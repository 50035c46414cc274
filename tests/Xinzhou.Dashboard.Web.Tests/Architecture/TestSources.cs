namespace Xinzhou.Dashboard.Web.Tests.Architecture;

/// <summary>The source of all projects, for rules that no assembly shows.</summary>
internal static class TestSources
{
    /// <summary>The folder of the test projects.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "tests");

    /// <summary>Every file of a test project, by its path below <see cref="Folder"/> with slashes.</summary>
    public static IEnumerable<(string Name, string Text)> Files() => Below(Folder);

    /// <summary>Every file of the product, by its path below <c>src</c> with slashes.</summary>
    public static IEnumerable<(string Name, string Text)> OfProduct() => Below(Path.Combine(Root(), "src"));

    private static IEnumerable<(string Name, string Text)> Below(string folder) => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(folder, f))
        .Where(f => !f.Split('/').Any(part => part is "obj" or "bin"))
        .Order(StringComparer.Ordinal)
        .Select(f => (f, File.ReadAllText(Path.Combine(folder, f))));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.GetFiles("Xinzhou.Dashboard.sln").Length == 0)
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The solution is not above the tests.");
        }

        return folder.FullName;
    }
}
