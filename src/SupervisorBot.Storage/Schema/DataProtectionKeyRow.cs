namespace SupervisorBot.Storage.Schema;

/// <summary>A key that credentials are encrypted with, itself encrypted where a certificate is configured.</summary>
internal sealed class DataProtectionKeyRow
{
    public int Id { get; init; }

    public required string FriendlyName { get; init; }

    public required string Xml { get; init; }
}
