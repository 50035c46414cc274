namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>What is decided of the account that was given of a dimension.</summary>
public enum ReviewDecision
{
    /// <summary>认账: the account is accepted as it is given.</summary>
    Accept,

    /// <summary>退回: the account does not bear the verdict, and is to be given again.</summary>
    SendBack,

    /// <summary>再办: what is lacking is to be done; a notice (督办单) is issued with the signature.</summary>
    Redo,
}
