using Microsoft.Extensions.Logging;

namespace SupervisorBot.Storage;

/// <summary>The log lines of the storage; event ids 6000 to 6999.</summary>
internal static partial class Log
{
    [LoggerMessage(6000, LogLevel.Information, "The database {Name} was brought up to {Migration}.")]
    public static partial void DatabaseMigrated(ILogger logger, string name, string migration);

    [LoggerMessage(6001, LogLevel.Warning, "{Count} changes could not be stored: {Reason}")]
    public static partial void ChangesNotStored(ILogger logger, Exception? exception, int count, string reason);

    [LoggerMessage(6002, LogLevel.Error, "A stored interception of inspector {AgentId} at step {Step} cannot be read; it is left out.")]
    public static partial void StoredInterceptionUnreadable(ILogger logger, Exception exception, int agentId, string step);

    [LoggerMessage(6003, LogLevel.Error, "The stored credentials of inspector {AgentId} cannot be decrypted; they have to sign in again. Reason: {Reason}")]
    public static partial void CredentialsUndecryptable(ILogger logger, int agentId, string reason);

    [LoggerMessage(6004, LogLevel.Error, "A stored personal chat cannot be read; it is left out.")]
    public static partial void StoredChatUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(6005, LogLevel.Information, "{Count} rows past their lifetime were removed from {Table}.")]
    public static partial void Purged(ILogger logger, int count, string table);

    [LoggerMessage(6006, LogLevel.Warning, "What is past its lifetime could not be removed; it is tried again in {Interval}.")]
    public static partial void PurgeFailed(ILogger logger, Exception? exception, TimeSpan interval);

    [LoggerMessage(6007, LogLevel.Warning, "The keys that encrypt the gateway's credentials are stored unprotected: DataProtection:CertificatePath or DataProtection:CertificateThumbprint names no certificate.")]
    public static partial void KeysUnprotected(ILogger logger);

    [LoggerMessage(6008, LogLevel.Warning, "The database server cannot be reached yet; it is tried again.")]
    public static partial void WaitingForServer(ILogger logger, Exception exception);

    [LoggerMessage(6009, LogLevel.Warning, "A connection to the database could not be closed.")]
    public static partial void ConnectionNotClosed(ILogger logger, Exception exception);

    [LoggerMessage(6010, LogLevel.Error, "The customer's number of an interception of inspector {AgentId} cannot be decrypted; its talk is not recognised by it. Reason: {Reason}")]
    public static partial void CustomerNumberUndecryptable(ILogger logger, int agentId, string reason);

    [LoggerMessage(6011, LogLevel.Critical, "The end of the audit is not as the bot left it: rows were cut off, or its head was changed. Row {Sequence} begins anew; SupervisorBot verify-audit tells more.")]
    public static partial void AuditHeadBroken(ILogger logger, long sequence);

    [LoggerMessage(6012, LogLevel.Error, "The audit is not purged: its oldest rows do not verify. SupervisorBot verify-audit tells more.")]
    public static partial void AuditNotPurged(ILogger logger);

    [LoggerMessage(6013, LogLevel.Information, "The audit's head is {Head}.")]
    public static partial void AuditHead(ILogger logger, Audit.AuditHead head);

    [LoggerMessage(6014, LogLevel.Warning, "The audit's head cannot be read at present.")]
    public static partial void AuditHeadUnknown(ILogger logger, Exception? exception);

    [LoggerMessage(6020, LogLevel.Error, "The stored key {Generation} that buttons are sealed with cannot be decrypted; buttons sealed with it are refused. Reason: {Reason}")]
    public static partial void PressKeyUndecryptable(ILogger logger, int generation, string reason);
}
