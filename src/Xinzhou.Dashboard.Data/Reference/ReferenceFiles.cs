using System.Reflection;

namespace Xinzhou.Dashboard.Data.Reference;

/// <summary>The data that comes with the product, embedded in this assembly.</summary>
public static class ReferenceFiles
{
    public const string Plan = "plan.json";
    public const string Facts = "seed-facts.json";
    public const string PublishedFigures = "published-figures.csv";
    public const string Indicators = "indicators.csv";
    public const string Units = "units.csv";
    public const string Rules = "rules.json";
    public const string Glossary = "glossary.csv";
    public const string WorkingDays = "working-days.csv";

    /// <summary>Opens one of the files named here.</summary>
    public static Stream Open(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"{typeof(ReferenceFiles).Namespace}.{name}")
        ?? throw new ArgumentException($"There is no reference file {name}.", nameof(name));
}
