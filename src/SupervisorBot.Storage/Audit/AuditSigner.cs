using Microsoft.Extensions.Logging;

namespace SupervisorBot.Storage.Audit;

/// <summary>Signs what is appended, and knows its own marks again.</summary>
internal sealed class AuditSigner(AuditKeys keys, ILogger<AuditSigner> logger)
{
    public AuditKey Key => keys.Current;

    /// <summary>Whether a mark was made by a bot with a key that is known.</summary>
    public bool IsGenuine(SealedMark mark) => keys.IsGenuine(mark);

    /// <summary>Goes along the rows after a mark, or from the first.</summary>
    public AuditWalk WalkFrom(AuditMark? mark) => new(keys, mark);

    /// <summary>The end of the audit is not as the bot left it.</summary>
    public void TellBroken(long sequence) => Log.AuditHeadBroken(logger, sequence);
}
