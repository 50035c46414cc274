using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Chains;

namespace Xinzhou.Dashboard.Data.Model.Chains;

/// <summary>A version of an industry chain and its 链长. Only ever inserted.</summary>
internal sealed class IndustryChainEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    /// <summary>Which one it is.</summary>
    public required Guid Chain { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>链长.</summary>
    public string? Head { get; init; }

    /// <summary>Since when he is it.</summary>
    public DateOnly? HeadSince { get; init; }

    /// <summary>序号 of the task that it belongs to.</summary>
    public int? TaskNumber { get; init; }

    /// <summary>The code of the indicator that speaks of it.</summary>
    public string? IndicatorCode { get; init; }

    /// <summary>There is no such chain any more.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Why it is said.</summary>
    public required string Reason { get; init; }

    /// <summary>Who.</summary>
    public required Guid SaidBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>Who.</summary>
    public User Author { get; init; } = null!;

    /// <summary>What is said of it.</summary>
    public ChainEntry Entry => new()
    {
        Name = Name,
        Head = Head,
        HeadSince = HeadSince,
        Task = TaskNumber,
        Indicator = IndicatorCode,
        IsClosed = IsClosed,
    };
}
