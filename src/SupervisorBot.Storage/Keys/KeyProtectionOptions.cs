using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Storage.Keys;

/// <summary>
/// The certificate that protects the keys in the database, which encrypt the gateway's credentials there (section <c>DataProtection</c>). Without one, who can
/// read the database can read the credentials, and Production warns of it. All nodes need the same.
/// </summary>
public sealed class KeyProtectionOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "DataProtection";

    /// <summary>A file with an RSA certificate and its private key: PKCS #12 (<c>.pfx</c>, <c>.p12</c>), or PEM (<c>.pem</c>).</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The file's password, where it has one. Keep it out of files that others read.</summary>
    [DataType(DataType.Password)]
    public string? CertificatePassword { get; set; }

    /// <summary>Instead of a file: the thumbprint of a certificate in the personal store of the bot's account or of the machine.</summary>
    public string? CertificateThumbprint { get; set; }

    /// <summary>The file with the certificate that was used before, so that what it protects can still be read after a change.</summary>
    public string? PreviousCertificatePath { get; set; }

    /// <summary>That file's password, where it has one.</summary>
    [DataType(DataType.Password)]
    public string? PreviousCertificatePassword { get; set; }
}
