namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>The kinds of rules there are; a rule of a kind is data. <see cref="RuleDefinition"/> says what each is made of.</summary>
public enum RuleType
{
    /// <summary>分项之和等于总量: parts = total, of indicators within one unit.</summary>
    Parts,

    /// <summary>各县之和等于全市: parts = total, of the units below a unit.</summary>
    UnitParts,

    /// <summary>占比 = 分项 ÷ 总量.</summary>
    Share,

    /// <summary>本地 − 差值 = 对标.</summary>
    Gap,

    /// <summary>累计不减: a year-to-date flow does not fall within its year.</summary>
    YtdNotFalling,

    /// <summary>一季度当季 = 一季度累计.</summary>
    Q1EqualsYtd,

    /// <summary>增速下限: a growth rate is above a floor.</summary>
    GrowthFloor,

    /// <summary>增速幅度: a growth rate is not further from zero than a bound.</summary>
    GrowthBound,

    /// <summary>变动异常: a change stands out among the changes of its own series.</summary>
    ChangeOutlier,

    /// <summary>期末前已知: an actual figure is not known before its period ends.</summary>
    KnownBeforePeriodEnd,

    /// <summary>单位可换算: a published unit converts to that of the indicator.</summary>
    UomWithoutConversion,
}
