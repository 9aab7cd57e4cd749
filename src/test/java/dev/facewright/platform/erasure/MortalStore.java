package dev.facewright.platform.erasure;

import dev.facewright.platform.storage.ObjectStore;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/// Has whoever deletes an object take a step of a `Mortal`'s before and after.
@Component
class MortalStore implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof ObjectStore)) {
            return bean;
        }
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice((MethodInterceptor) call -> {
            if (!call.getMethod().getName().equals("delete")) {
                return call.proceed();
            }
            Mortal.step();
            Object nothing = call.proceed();
            Mortal.step();
            return nothing;
        });
        return proxy.getProxy();
    }
}
