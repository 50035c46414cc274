using Microsoft.EntityFrameworkCore;

namespace Xinzhou.Dashboard.Benchmarks.Contenders.Naive;

/// <summary>The tables that the overview is made of, as EF Core maps them by itself.</summary>
internal sealed class CityContext(DbContextOptions<CityContext> options) : DbContext(options)
{
    public DbSet<Indicator> Indicators => Set<Indicator>();

    public DbSet<StatisticalUnit> StatisticalUnits => Set<StatisticalUnit>();

    public DbSet<HeadlineIndicator> HeadlineIndicators => Set<HeadlineIndicator>();

    public DbSet<Dimension> Dimensions => Set<Dimension>();

    public DbSet<KeyTask> KeyTasks => Set<KeyTask>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<Figure> Figures => Set<Figure>();

    public DbSet<SourceDocument> SourceDocuments => Set<SourceDocument>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Indicator>().HasKey(i => i.Code);
        modelBuilder.Entity<StatisticalUnit>().HasKey(u => u.Code);
        modelBuilder.Entity<HeadlineIndicator>().HasKey(h => h.IndicatorCode);
        modelBuilder.Entity<Dimension>().HasKey(d => d.Code);
        modelBuilder.Entity<KeyTask>().HasKey(t => t.Number);
        modelBuilder.Entity<Milestone>().HasKey(m => m.Year);
        modelBuilder.Entity<Series>().ToTable("series").HasOne(s => s.Indicator).WithMany().HasForeignKey(s => s.IndicatorCode);
        modelBuilder.Entity<Series>().HasOne(s => s.Unit).WithMany().HasForeignKey(s => s.UnitCode);
        modelBuilder.Entity<Figure>().HasOne(f => f.Series).WithMany().HasForeignKey(f => f.SeriesId);
        modelBuilder.Entity<Figure>().HasOne(f => f.Source).WithMany().HasForeignKey(f => f.SourceId);
    }
}

internal sealed class Indicator
{
    public string Code { get; set; } = "";
    public int Order { get; set; }
    public string Name { get; set; } = "";
    public string Type { get; set; } = "";
    public string Uom { get; set; } = "";
    public string? DimensionCode { get; set; }
}

internal sealed class StatisticalUnit
{
    public string Code { get; set; } = "";
    public int Order { get; set; }
    public string Name { get; set; } = "";
    public string Level { get; set; } = "";
}

internal sealed class HeadlineIndicator
{
    public string IndicatorCode { get; set; } = "";
    public int Order { get; set; }
}

internal sealed class Dimension
{
    public string Code { get; set; } = "";
    public int Order { get; set; }
    public string Name { get; set; } = "";
    public string? Goal { get; set; }
}

internal sealed class KeyTask
{
    public int Number { get; set; }
    public string Title { get; set; } = "";
    public string DimensionCode { get; set; } = "";
}

internal sealed class Milestone
{
    public int Year { get; set; }
    public string Goal { get; set; } = "";
}

internal sealed class Series
{
    public int Id { get; set; }
    public string IndicatorCode { get; set; } = "";
    public Indicator Indicator { get; set; } = null!;
    public string UnitCode { get; set; } = "";
    public StatisticalUnit Unit { get; set; } = null!;
    public string Measure { get; set; } = "";
}

internal sealed class Figure
{
    public long Id { get; set; }
    public int SeriesId { get; set; }
    public Series Series { get; set; } = null!;
    public string PeriodCode { get; set; } = "";
    public string Kind { get; set; } = "";
    public decimal? Value { get; set; }
    public string Uom { get; set; } = "";
    public string Stage { get; set; } = "";
    public DateTime KnownFrom { get; set; }
    public int SourceId { get; set; }
    public SourceDocument Source { get; set; } = null!;
}

internal sealed class SourceDocument
{
    public int Id { get; set; }
    public string? Title { get; set; }
}
