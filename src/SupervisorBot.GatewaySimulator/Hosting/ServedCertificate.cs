namespace SupervisorBot.GatewaySimulator;

/// <summary>The certificate that the gateway shows to new connections.</summary>
public enum ServedCertificate
{
    /// <summary>The certificate of this run, signed by the run's CA.</summary>
    Usual,

    /// <summary>The same, signed by another CA that nobody knows.</summary>
    UnknownAuthority,

    /// <summary>Signed by the run's CA; it expired yesterday.</summary>
    Expired,

    /// <summary>Signed by the run's CA, for another host.</summary>
    OtherHost,
}
